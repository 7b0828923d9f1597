using Checkout.Web.Dialects.Smart2Pay.Fields;
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

    /// <summary>A text by its rule; absent when it was not sent, a fault when it is required.</summary>
    public string? Text(Field field, RequestField declared)
    {
        if (field.IsEmpty) return Absent(declared);
        if (field is { IsWrong: false, IsFlag: false } && declared.Rule.Fits!(field.Text!)) return field.Text;
        Fail(declared.Fault);
        return null;
    }

    /// <summary>A truth value, also written as a text or as 0 and 1.</summary>
    public bool? Flag(Field field, RequestField declared)
    {
        if (field.IsEmpty) return null;
        switch (field.Text)
        {
            case "true" or "True" or "1": return true;
            case "false" or "False" or "0": return false;
            default:
                Fail(declared.Fault);
                return null;
        }
    }

    /// <summary>A whole number of at most twelve digits within the rule's bounds, as a number or a text of digits.</summary>
    public long? Number(Field field, RequestField declared)
    {
        if (field.IsEmpty)
        {
            Absent(declared);
            return null;
        }

        if (!field.IsWrong && declared.Rule.Fits!(field.Text!) && Patterns.TryDigits(field.Text, out var number)) return number;
        Fail(declared.Fault);
        return null;
    }

    private string? Absent(RequestField declared)
    {
        if (declared.IsRequired) Fail(declared.Missing);
        return null;
    }
}
