using Checkout.Core.Chance;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Providers;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Web.Dialects.Smart2Pay.Import;

/// <summary>A saved card that moves in: its old token goes on working, and it is charged with the token of a provider that knows it.</summary>
internal sealed class TokenLine(INumbers numbers, IVault vault, TimeProvider clock, IRandomSource random)
{
    public async ValueTask<Imported?> ReadAsync(LineFields line, Merchant merchant, IReadOnlyList<ProviderAccount> accounts, List<string> faults)
    {
        var word = line.Needed("Value", static text => Patterns.IsText(text, OldToken.Longest), "must be the token by which the merchant names the card");
        var shopper = line.Needed("MerchantCustomerID", Patterns.IsReference, "must be the merchant's name for the shopper: a saved card belongs to somebody");
        var account = accounts.FirstOrDefault(a => a.Merchant == merchant.Id && a.Name == line.Text("Provider"));
        if (account is null) line.Fail("Provider", $"must be an account of merchant {merchant.Id}, see provider list");
        else if (account.IsRetired) line.Fail("Provider", "must be an account in use: this one is retired and charges nothing new");
        else if (account.IsTest && !merchant.IsSandbox) line.Fail("Provider", "must be an account for live payments: this one takes test payments only");
        var token = UpstreamToken.Of(line.Text("ProviderToken", UpstreamToken.Longest));
        if (token is null) line.Fail("ProviderToken", "must be the provider's own token for the card");
        var face = LinePeople.Card(line);
        if (faults.Count > 0) return null;

        var number = await numbers.NextAsync(merchant.Id, NumberKind.SavedCard);
        var card = new SavedCard
        {
            Merchant = merchant.Id, Number = number, Check = random.Check(), Shopper = shopper, MadeIn = Dialect.Smart2Pay, IsTest = merchant.IsSandbox, Face = face!, State = SavedCardState.Active,
            Fingerprint = vault.Fingerprint(merchant.Id, account!.Name, token!), Created = clock.GetUtcNow(),
        };
        return new Imported.OfCard(card, vault.Fingerprint(merchant.Id, OldToken.Of(word)!), new Write.KeepToken(merchant.Id, number, account.Name, vault.Seal(token!, card.Owner), card.Created));
    }
}
