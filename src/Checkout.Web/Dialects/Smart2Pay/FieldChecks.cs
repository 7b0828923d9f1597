using Checkout.Web.Dialects.Smart2Pay.Wire;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Reads the fields of one request and notes a reason for each bad one. A bad field reads as absent, so nothing bad is echoed.</summary>
public sealed class FieldChecks
{
    private List<ReturnCode>? _faults;

    /// <summary>Everything that is wrong, in the order of the fields.</summary>
    public IReadOnlyList<ReturnCode> Faults => _faults ?? (IReadOnlyList<ReturnCode>)[];

    public void Fail(ReturnCode fault) => (_faults ??= []).Add(fault);

    /// <summary>Notes a fault unless this field already has one.</summary>
    public void FailOnce(ReturnCode fault)
    {
        if (_faults?.Contains(fault) != true) Fail(fault);
    }

    public string? Optional(Field field, Func<string, bool> rule, ReturnCode fault) => field.IsEmpty ? null : Checked(field, rule, fault);

    public string? Required(Field field, Func<string, bool> rule, ReturnCode fault)
    {
        if (!field.IsEmpty) return Checked(field, rule, fault);
        Fail(fault);
        return null;
    }

    public string? Text(Field field, int longest, ReturnCode fault)
    {
        if (field.IsEmpty) return null;
        if (field is { IsWrong: false, IsFlag: false } && Patterns.IsText(field.Text!, longest)) return field.Text;
        Fail(fault);
        return null;
    }

    /// <summary>A truth value, also written as a text or as 0 and 1.</summary>
    public bool? Flag(Field field)
    {
        if (field.IsEmpty) return null;
        switch (field.Text)
        {
            case "true" or "True" or "1": return true;
            case "false" or "False" or "0": return false;
            default:
                Fail(ReturnCode.ValidationFailed);
                return null;
        }
    }

    /// <summary>A whole number of at most twelve digits within bounds, as a number or a text of digits.</summary>
    public long? Number(Field field, long least, long most, ReturnCode fault)
    {
        if (field.IsEmpty) return null;
        if (!field.IsWrong && Patterns.TryDigits(field.Text, out var number) && number >= least && number <= most) return number;
        Fail(fault);
        return null;
    }

    /// <summary>An amount in minor units, greater than zero.</summary>
    public long? Amount(Field field, ReturnCode fault)
    {
        if (!field.IsEmpty) return Number(field, 1, Core.Money.Amount.LargestMinor, fault);
        Fail(fault);
        return null;
    }

    private string? Checked(Field field, Func<string, bool> rule, ReturnCode fault)
    {
        if (field is { IsWrong: false, IsFlag: false } && rule(field.Text!)) return field.Text;
        Fail(fault);
        return null;
    }
}
