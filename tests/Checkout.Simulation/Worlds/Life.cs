namespace Checkout.Simulation.Worlds;

/// <summary>One run of a process, from its start to the crash that ends it. What is left of it then never goes on.</summary>
internal sealed class Life
{
    private int _operationsLeft = int.MaxValue;

    public bool IsOver { get; private set; }

    public event Action? Ended;

    public void End()
    {
        if (IsOver) return;
        IsOver = true;
        Ended?.Invoke();
    }

    /// <summary>It will die after so many calls of store or upstream, that is at any await of Core.</summary>
    public void DieAfter(int operations) => _operationsLeft = operations;

    /// <summary>Counts a call; false when the process died at it.</summary>
    public bool Operate()
    {
        if (!IsOver && --_operationsLeft < 0) End();
        return !IsOver;
    }
}
