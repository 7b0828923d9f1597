using System.Globalization;
using Checkout.Core.Storage;
using Checkout.Web.Dialects.Smart2Pay.Import;

namespace Checkout.Web.Commands;

/// <summary>Counts and commits what is read.</summary>
internal sealed class ImportRun(IImportStore store, bool isServed)
{
    private readonly List<(int Line, Imported Import)> _batch = [];
    private int _lines;
    private int _taken;
    private int _known;

    public int Bad { get; private set; }

    public void Add(int line, ReadLine read)
    {
        _lines = line;
        if (read.Import is { } import) _batch.Add((line, import));
        else Refuse(line, read.Fault!);
    }

    public async Task CommitAsync()
    {
        var answers = await store.RunAsync([.. _batch.Select(b => b.Import)], isServed);
        for (var i = 0; i < answers.Count; i++)
        {
            if (answers[i].Verdict == ImportVerdict.Taken) _taken++;
            else if (answers[i].Verdict == ImportVerdict.Known) _known++;
            else Refuse(_batch[i].Line, Sentence(answers[i]));
        }

        _batch.Clear();
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_lines} lines read: {_taken} imported, {_known} there already, {Bad} bad");

    private void Refuse(int line, string fault)
    {
        Bad++;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"line {line}: {fault}"));
    }

    private static string Sentence(ImportAnswer answer) => answer.Verdict switch
    {
        ImportVerdict.NumberTaken => $"another one with this ID is there: its {FieldOf(answer.Difference)} is different",
        ImportVerdict.WordTaken => $"another card with this Value is there: its {FieldOf(answer.Difference)} is different",
        ImportVerdict.NumberHandedOut => "the running server may be about to give this ID to something new; stop it and import the file again",
        ImportVerdict.ReferenceTaken => "another one with this MerchantTransactionID is there",
        ImportVerdict.NoPayment => "the refund's payment was not imported; it must stand in a line before",
        ImportVerdict.CurrencyDiffers => "the refund's Currency must be its payment's",
        ImportVerdict.TooMuch => "with this refund more were given back than was captured",
        ImportVerdict.Taken or ImportVerdict.Known => throw new InvalidOperationException($"{answer.Verdict} is nothing to complain about."),
    };

    private static string FieldOf(ImportDifference difference) => difference switch
    {
        ImportDifference.Reference => "MerchantTransactionID",
        ImportDifference.Amount => "Amount",
        ImportDifference.Currency => "Currency",
        ImportDifference.Status => "Status",
        ImportDifference.CapturedAmount => "CapturedAmount",
        ImportDifference.Payment => "InitialPaymentID",
        ImportDifference.Shopper => "MerchantCustomerID",
        ImportDifference.Card => "Number, expiry or HolderName",
        ImportDifference.Provider => "Provider",
        ImportDifference.ProviderToken => "ProviderToken",
        ImportDifference.None => throw new InvalidOperationException("What differs in nothing is the same."),
    };
}
