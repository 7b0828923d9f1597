using Checkout.Core.Merchants;
using Checkout.Core.Notices;
using Checkout.Core.Providers;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Storage;

/// <summary>One opened store, seen through Core's interfaces only.</summary>
public sealed record StoreUnderExam(
    IPaymentStore Payments, ISavedCardStore SavedCards, INoticeStore Notices, IMerchantStore Merchants, INumbers Numbers,
    IRequestStore Requests, ISettingStore Settings, IConnectorBooks Books, IProviderStore Providers, IAsyncDisposable Whole);
