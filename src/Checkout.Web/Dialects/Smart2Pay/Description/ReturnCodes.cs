using System.Reflection;

namespace Checkout.Web.Dialects.Smart2Pay.Description;

/// <summary>All return codes, read from where they are declared.</summary>
internal static class ReturnCodes
{
    public static readonly IReadOnlyList<ReturnCode> All =
    [
        .. typeof(ReturnCode).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(ReturnCode)).Select(field => (ReturnCode)field.GetValue(null)!).OrderBy(code => code.Code),
    ];
}
