using Checkout.Core.Storage;

namespace Checkout.Storage.Sqlite;

/// <summary>What a unit of work left behind in the open transaction.</summary>
internal enum Trace
{
    /// <summary>What belongs there.</summary>
    Whole,

    /// <summary>Nothing: a condition failed before anything was written.</summary>
    None,

    /// <summary>A part that has to go.</summary>
    Partial,
}

internal readonly record struct Landed<T>(T Answer, Trace Trace);

/// <summary>One caller's work in a round of the writer.</summary>
internal abstract class WriteUnit
{
    /// <summary>Does the work inside the open transaction; may be run again after a rollback. Trouble of the store itself is thrown.</summary>
    public abstract Trace Run(Connection db);

    /// <summary>Tells the caller its answer, once the round is on disk.</summary>
    public abstract void Answer();

    public abstract void Fail(StoreUnavailableException trouble);
}

internal sealed class WriteUnit<T>(Func<Connection, Landed<T>> work) : WriteUnit
{
    // Continuations must not run on the writer's thread.
    private readonly TaskCompletionSource<T> _caller = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _answer;
    private Exception? _fault;

    public Task<T> Task => _caller.Task;

    public override Trace Run(Connection db)
    {
        _fault = null;
        try
        {
            (_answer, var trace) = work(db);
            return trace;
        }
        catch (StoreUnavailableException)
        {
            throw;
        }
#pragma warning disable CA1031 // Broken code of one caller must not fail its neighbours in the round: the exception goes to its own caller.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _fault = fault;
            return Trace.Partial;
        }
    }

    public override void Answer()
    {
        if (_fault is null) _caller.SetResult(_answer!);
        else _caller.SetException(_fault);
    }

    public override void Fail(StoreUnavailableException trouble) => _caller.SetException(trouble);
}
