using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.SavedCards;

namespace Checkout.Core.Storage;

/// <summary>Something that another system kept for a merchant and that is taken over as it stands. Nobody is told of it and nothing is asked about it.</summary>
public abstract record Imported
{
    private Imported()
    {
    }

    public sealed record OfPayment(Payment Payment) : Imported;

    /// <summary>A refund of an imported payment; one that was done counts against what was captured.</summary>
    public sealed record OfRefund(Refund Refund) : Imported;

    public sealed record OfPayout(Payout Payout) : Imported;

    /// <param name="Word">The fingerprint of the token by which the merchant names the card, from then on too.</param>
    /// <param name="Token">The provider's own word for it, sealed.</param>
    public sealed record OfCard(SavedCard Card, byte[] Word, Write.KeepToken Token) : Imported;
}

/// <summary>What became of one import. Everything but <see cref="Taken"/> means that nothing of it was written.</summary>
public enum ImportVerdict
{
    Taken,

    /// <summary>The same one is there already.</summary>
    Known,

    /// <summary>Another one has this number; the <see cref="ImportDifference"/> says what is different about it.</summary>
    NumberTaken,

    /// <summary>Another saved card has this token; the <see cref="ImportDifference"/> says what is different about it.</summary>
    WordTaken,

    /// <summary>A running server may give this number to something new at any moment.</summary>
    NumberHandedOut,

    /// <summary>Another one has this reference.</summary>
    ReferenceTaken,

    /// <summary>The refund's payment is not there, or was made here.</summary>
    NoPayment,

    /// <summary>The refund is in another currency than its payment.</summary>
    CurrencyDiffers,

    /// <summary>With this refund more were given back than was captured.</summary>
    TooMuch,
}

/// <summary>The first thing in which what is there differs from what was to be imported.</summary>
public enum ImportDifference { None, Reference, Amount, Currency, Status, CapturedAmount, Payment, Shopper, Card, Provider, ProviderToken }

public readonly record struct ImportAnswer(ImportVerdict Verdict, ImportDifference Difference = ImportDifference.None);

/// <summary>Takes over what another system kept. Numbers given later are always higher than imported ones.</summary>
public interface IImportStore
{
    /// <summary>Takes each by itself, in one commit.</summary>
    /// <param name="isServed">A server may be at work over the same archive.</param>
    /// <returns>An answer for each.</returns>
    Task<IReadOnlyList<ImportAnswer>> RunAsync(IReadOnlyList<Imported> batch, bool isServed);
}
