using Checkout.Web.Dialects.Smart2Pay.Description;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Puts the room together. The house has the use cases, stores, vault, <see cref="IRequestMac"/> and MVC ready.</summary>
public static class Smart2PayRoom
{
    public static IServiceCollection AddSmart2PayDialect(this IServiceCollection services)
    {
        services.AddOptions<Smart2PayOptions>().BindConfiguration(Smart2PayOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<Smart2PayDoor>()
            .AddSingleton<Smart2PayReader>()
            .AddSingleton<Masks>()
            .AddSingleton<Smart2PayWriter>()
            .AddSingleton<CardCheckWriter>()
            .AddSingleton<PaymentViews>()
            .AddSingleton<PaymentAnswers>()
            .AddSingleton<CardCheckAnswers>()
            .AddSingleton<CardTokenAnswers>()
            .AddSingleton<InvalidRequests>()
            .AddSingleton<RequestKeys>()
            .AddSingleton<RepeatedRequests>()
            .AddSingleton<CreatePayment>()
            .AddSingleton<PaymentActions>()
            .AddSingleton<ReviewActions>()
            .AddSingleton<Refunding>()
            .AddSingleton<PayingOut>()
            .AddSingleton<CardChecks>()
            .AddSingleton<Smart2PayNotice>()
            .AddSingleton(_ => Smart2PayDescription.Make());
    }

    /// <summary>Goes before the endpoints and after routing, which a <see cref="WebApplication"/> does by itself.</summary>
    public static IApplicationBuilder UseSmart2PayDialect(this IApplicationBuilder app) => app.UseMiddleware<Smart2PayDoorway>();
}
