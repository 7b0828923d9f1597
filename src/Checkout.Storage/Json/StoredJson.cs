using System.Text.Json.Serialization;
using Checkout.Core.Cards;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Upstream;

namespace Checkout.Storage.Json;

/// <summary>The parts of a row that no query looks into, as JSON text. Names are those of the records; nulls are left out.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(ExpiryText)])]
[JsonSerializable(typeof(PaymentDetails))]
[JsonSerializable(typeof(CardFace))]
[JsonSerializable(typeof(Consent))]
[JsonSerializable(typeof(Dispute))]
[JsonSerializable(typeof(FirstCharge))]
[JsonSerializable(typeof(FraudVerdict))]
[JsonSerializable(typeof(PassedChallenge))]
[JsonSerializable(typeof(ShopperRedirect))]
[JsonSerializable(typeof(MerchantSettings))]
internal sealed partial class StoredJson : JsonSerializerContext;
