using System.Text.Encodings.Web;
using System.Text.Unicode;
using Checkout.Web.Hosting.Headers;
using Checkout.Web.Pages.Pay.Form;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;

namespace Checkout.Web.Pages.Pay;

/// <summary>Puts the shopper's pages into the house. Whoever calls this also provides the desk, an <see cref="IPageMac"/> and <see cref="ITestCards"/>.</summary>
public static class CardPage
{
    public static IServiceCollection AddCardPage(this IServiceCollection services)
    {
        services.AddPageHeaders();
        services.AddSingleton<Visits>().AddSingleton<FormNonce>().AddSingleton<FormGuard>().AddSingleton<CardFormReader>();
        // Arabic and Cyrillic letters are sent as they are written: escaped they would be three times as long.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // The core of MVC only: no request runs through the framework's authentication and authorization, which pages and dialects do not use.
        // Razor Pages ask for this one piece of it when they are built.
        services.AddSingleton<IAuthorizationPolicyProvider, DefaultAuthorizationPolicyProvider>();
        services.AddMvcCore().AddRazorPages(options =>
        {
            options.Conventions.ConfigureFilter(new ServiceFilterAttribute<PageHeadersFilter> { IsReusable = true });
            options.Conventions.ConfigureFilter(new WrongMethod());
            options.Conventions.AddPageRoute("/Pay/Return", "/complete-auth");
            options.Conventions.AddPageRoute("/Link/Hpp", "/redirect/hpp");
            foreach (var address in PageAddress.Others) options.Conventions.AddPageRoute("/Pay/Index", address);
        });
        return services;
    }
}
