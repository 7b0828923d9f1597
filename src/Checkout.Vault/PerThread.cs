using System.Diagnostics.CodeAnalysis;

namespace Checkout.Vault;

/// <summary>
/// One value per thread, made when the thread first asks. Native ciphers hold a context that must not be shared between threads.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Lives as long as the process; what a thread leaves behind is finalized.")]
internal sealed class PerThread<T>(Func<T> make)
{
    private readonly ThreadLocal<T> _values = new(make);

    public T Value => _values.Value!;
}
