using Checkout.Connectors.Simulator;
using Checkout.Core.Alerts;
using Checkout.Core.Chance;
using Checkout.Core.Desk;
using Checkout.Core.Merchants;
using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Checkout.Core.Payments.Settling;
using Checkout.Core.Payouts;
using Checkout.Core.Providers;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;
using Checkout.Vault;
using Checkout.Web.Demo;
using Checkout.Web.Dialects;
using Checkout.Web.Dialects.Cardgate;
using Checkout.Web.Dialects.Link;
using Checkout.Web.Dialects.Smart2Pay;
using Checkout.Web.Docs;
using Checkout.Web.Hosting.Alerts;
using Checkout.Web.Hosting.Merchants;
using Checkout.Web.Hosting.Providers;
using Checkout.Web.Hosting.Settings;
using Checkout.Web.Hosting.Workers;
using Checkout.Web.Hosting.Workers.Posting;
using Checkout.Web.Pages.Pay;
using Checkout.Web.Sandbox;

namespace Checkout.Web.Hosting;

/// <summary>Which room gives what to the others.</summary>
internal static class Rooms
{
    public static IServiceCollection AddFoundation(this IServiceCollection services, Foundation foundation) => services
        .AddSingleton(_ => foundation)
        .AddSingleton(foundation.Archive)
        .AddSingleton(foundation.Clock)
        .AddSingleton<IRandomSource, CryptographicRandom>()
        .AddSingleton<IPaymentStore>(foundation.Archive.Payments)
        .AddSingleton<ISavedCardStore>(foundation.Archive.SavedCards)
        .AddSingleton<IMerchantStore>(foundation.Archive.Merchants)
        .AddSingleton<IProviderStore>(foundation.Archive.Providers)
        .AddSingleton<INoticeStore>(foundation.Archive.Notices)
        .AddSingleton<IRequestStore>(foundation.Archive.Requests)
        .AddSingleton<IRefusedRequestStore>(foundation.Archive.RefusedRequests)
        .AddSingleton<INumbers>(foundation.Archive.Numbers)
        .AddSingleton<ISettingStore>(foundation.Archive.Settings)
        .AddSingleton<IConnectorBooks>(foundation.Archive.Books)
        .AddSingleton(foundation.Vault)
        .AddSingleton(foundation.Vault.Cards)
        .AddSingleton(foundation.Vault.Tokens)
        .AddSingleton(foundation.Vault.Secrets);

    public static IServiceCollection AddCore(this IServiceCollection services, CheckoutSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(settings.Sandbox)
        .AddSingleton(settings.Limits)
        .AddSingleton<PublicAddress>()
        .AddSingleton<IPublicAddress>(s => s.GetRequiredService<PublicAddress>())
        .AddSingleton<AlertBoard>()
        .AddSingleton<IAlerts>(s => s.GetRequiredService<AlertBoard>())
        .AddSingleton<ChargeTools>()
        .AddSingleton<OpenPayment>()
        .AddSingleton<CardKeeper>()
        .AddSingleton<FindSavedCard>()
        .AddSingleton<CancelSavedCard>()
        .AddSingleton<BindSavedCard>()
        .AddSingleton<ChooseProvider>()
        .AddSingleton<HorizonWait>()
        .AddSingleton<Surroundings>()
        .AddSingleton<SettleAttempt>()
        .AddSingleton<AbandonChallenge>()
        .AddSingleton<ResolveAttempt>()
        .AddSingleton<ChargeCard>()
        .AddSingleton<TakePayment>()
        .AddSingleton<FollowUp>()
        .AddSingleton<CapturePayment>()
        .AddSingleton<CancelPayment>()
        .AddSingleton<DecideReview>()
        .AddSingleton<RefundPayment>()
        .AddSingleton<PlanPayout>()
        .AddSingleton<SendPayout>()
        .AddSingleton<SettlePayout>()
        .AddSingleton<ResolvePayout>()
        .AddSingleton<ReadPayout>()
        .AddSingleton<EndPayment>()
        .AddSingleton<ModeratePayment>()
        .AddSingleton<ReadPayment>()
        .AddSingleton<CheckCard>()
        .AddSingleton<HearCallback>()
        .AddSingleton<OfferedCards>()
        .AddSingleton<TurnReader>()
        .AddSingleton<ShopperActions>()
        .AddSingleton<ReturnCheck>()
        .AddSingleton<CheckoutDesk>();

    public static IServiceCollection AddConnectors(this IServiceCollection services, CheckoutSettings settings) => services
        .AddSingleton(s => new SimulatorOptions(() => s.GetRequiredService<PublicAddress>().Base) { Capture = settings.Simulator.Capture, SettleAfter = settings.Simulator.SettleAfter })
        .AddSingleton<SimulatorConnector>()
        .AddSingleton<SimulatedBank>()
        .AddSingleton<SimulatorLedger>()
        .AddSingleton<SimulatedDisputes>()
        .AddSingleton(s => new ProviderSecrets(s.GetRequiredService<VaultRoom>().Secrets))
        .AddSingleton<ProviderHttp>()
        .AddSingleton<ConnectorMaker>()
        .AddSingleton<ProviderRoutes>()
        .AddSingleton<IConnectors>(s => s.GetRequiredService<ProviderRoutes>())
        .AddSingleton<ProviderRegister>()
        .AddHostedService(s => s.GetRequiredService<ProviderRegister>());

    public static IServiceCollection AddMerchants(this IServiceCollection services) => services
        .AddSingleton<MerchantRegister>()
        .AddSingleton<IMerchants>(s => s.GetRequiredService<MerchantRegister>())
        .AddHostedService(s => s.GetRequiredService<MerchantRegister>())
        .AddSingleton<MerchantSecrets>()
        .AddSingleton<MerchantDoor>()
        .AddSingleton<SandboxDoor>()
        .AddSingleton<Readiness>();

    public static IServiceCollection AddWorkers(this IServiceCollection services, CheckoutSettings settings)
    {
        services.AddHttpClient<NoticePost>(http => http.Timeout = TimeSpan.FromSeconds(30))
            .ConfigurePrimaryHttpMessageHandler(() => GuardedConnect.Handler(allowPrivate: settings.Sandbox.Enabled));
        services.AddSingleton<Smart2PayPost>().AddSingleton<CardgatePost>().AddSingleton<NoticePosts>();
        if (settings.Sandbox.Enabled) services.AddSingleton<INoticePosts, TroubledNotices>();
        else services.AddSingleton<INoticePosts>(s => s.GetRequiredService<NoticePosts>());
        return services.AddHostedService<AttemptWatch>().AddHostedService<PayoutWatch>().AddHostedService<LinkWatch>().AddHostedService<NoticeSender>();
    }

    public static IServiceCollection AddSandbox(this IServiceCollection services) => services.AddSingleton<SandboxMerchant>().AddSingleton<DemoShop>();

    public static IServiceCollection AddDialects(this IServiceCollection services)
    {
        services.AddMvcCore();
        return services
            .AddSingleton<RouteMethods>()
            .AddSmart2PayDialect()
            .AddSingleton<CardgateDoor>()
            .AddCardgateDialect()
            .AddSingleton<IRequestMac>(s => new RequestMac(s.GetRequiredService<VaultRoom>().Requests))
            .AddSingleton<ISessionMac>(s => new SessionMac(s.GetRequiredService<VaultRoom>().PageForms))
            .AddSingleton<LinkTools>()
            .AddSingleton<OpenLink>()
            .AddDocs();
    }

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services
            .AddCardPage()
            .AddSingleton<IPageMac>(s => new PageMac(s.GetRequiredService<VaultRoom>().PageForms))
            .AddSingleton<ITestCards, SandboxTestCards>();
        services.AddSingleton<DemoClient>().AddSingleton<DemoCardgate>();
        // The shop calls the server it lives in: a proxy of the environment has no part in that.
        services.AddHttpClient<DemoHttp>(http => http.Timeout = TimeSpan.FromSeconds(30))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
        return services;
    }
}
