using Checkout.Web.Docs;
using static Checkout.Web.Dialects.Cardgate.Description.CommonShapes;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>The card that was used, and who used it.</summary>
internal static class CardShapes
{
    private static readonly Shape Verification = Shape.Object(
        "Verification",
        Type("3ds"),
        new Property("details", Shape.Object(null, new Property("eci", Shape.Text("05").OrNull()), new Property("version", Shape.Text("2", "Of 3-D Secure.").OrNull()))));

    private static readonly Shape Card = Shape.Object(
        "PaymentCard",
        new Property("first", Shape.Text("512381").OrNull()), new Property("last", Shape.Text("0000")), new Property("mask", Shape.Text("512381******0000")),
        new Property("brand", Shape.Text("mastercard").OrNull()), new Property("network", Shape.Text("MASTERCARD").OrNull()),
        new Property("type", Shape.Text(about: "CREDIT, DEBIT, PREPAID …; null where the provider does not tell it.").OrNull()), new Property("holder", Shape.Text("ANN POE").OrNull()),
        new Property("expiry_month", Shape.Text("12") with { Pattern = "^[0-9]{2}$" }), new Property("expiry_year", Shape.Text("32") with { Pattern = "^[0-9]{2}$" }), Text("issuer_name"),
        Text("issuer_country"), new Property("card_id", Shape.Text(about: "Of a card that is kept.").OrNull()), new Property("verification", Shape.List(Verification) with { About = "Whether the card's bank has seen the shopper: empty unless a challenge was passed and we know of it." }));

    public static readonly Shape Payload = Shape.Object(
        "Payload",
        new Property("token", Shape.Text(about: "Of the kept card: send it with the next invoice of this customer.").OrNull()),
        new Property("auth_type", Shape.Text("card") with { Words = ["card"] }),
        new Property("client_ip", Shape.Text("203.0.113.7")),
        new Property("payment_card", Card with { About = "Not in callbacks, where your account wants to hear of the token only." }, IsRequired: false));

    public static readonly Shape Customer = Shape.Object(
        "Customer",
        Type("customers"), Id("cus_kFIAv2l4M9diZGzK"),
        new Property("attributes", Shape.Object(
            null,
            [
                Text("reference_id"), Text("name"), Text("first_name"), Text("surname"), Text("patronymic"), Text("email"), Text("phone"), Text("date_of_birth"), Text("individual_tax_id"),
                Text("description"),
                new Property("address", Shape.Object(null, Text("full_address"), Text("country"), Text("region"), Text("city"), Text("street"), Text("post_code")) with { AlsoEmptyList = true }),
                new Property("metadata", Free),
            ])));
}
