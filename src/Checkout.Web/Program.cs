using Checkout.Web.Commands;

return await CommandLine.RunAsync(args);
