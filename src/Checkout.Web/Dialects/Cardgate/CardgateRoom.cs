using Checkout.Web.Dialects.Cardgate.Description;
using Checkout.Web.Dialects.Cardgate.Public;
using Checkout.Web.Hosting;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Puts the room together. The house has the use cases, stores, vault, its keyed hashes, the door and MVC ready.</summary>
public static class CardgateRoom
{
    public static IServiceCollection AddCardgateDialect(this IServiceCollection services) => services
        .AddSingleton<NumberNames>()
        .AddSingleton<CardgateIds>()
        .AddSingleton<CardgateTools>()
        .AddSingleton<SessionTokens>()
        .AddSingleton<InvoiceFields>()
        .AddSingleton<InvoiceReader>()
        .AddSingleton<InvoiceViews>()
        .AddSingleton<InvoiceWriter>()
        .AddSingleton<InvoiceAnswers>()
        .AddSingleton<FindInvoice>()
        .AddSingleton<CreateInvoice>()
        .AddSingleton<InvoiceSearch>()
        .AddSingleton<InvoiceList>()
        .AddSingleton<TakeSale>()
        .AddSingleton<Moderating>()
        .AddSingleton<TokenAnswers>()
        .AddSingleton<RefundWriter>()
        .AddSingleton<RefundAnswers>()
        .AddSingleton<Refunding>()
        .AddSingleton<PublicDoor>()
        .AddSingleton<PublicOrderReader>()
        .AddSingleton<PublicInvoiceWriter>()
        .AddSingleton<CreatePublicInvoice>()
        .AddSingleton<PublicAnswers>()
        .AddSingleton<OpenPublicLink>()
        .AddSingleton<CardgateNotice>()
        .AddSingleton(s => CardgateDescription.Make(s.GetRequiredService<SandboxSettings>()));

    /// <summary>Goes before the endpoints and after routing, which a <see cref="WebApplication"/> does by itself.</summary>
    public static IApplicationBuilder UseCardgateDialect(this IApplicationBuilder app) => app.UseMiddleware<CardgateDoorway>();
}
