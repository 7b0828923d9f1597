namespace Checkout.Core.Upstream;

/// <summary>A connector whose bank page gives the browser something to bring back by which one charge can be told from all others.</summary>
public interface IKnowsReturns
{
    /// <summary>
    /// Whether everything that was brought back belongs to one charge. It proves nothing: what became of the charge is asked for (PAY-16). Nothing
    /// that was brought back is nothing wrong.
    /// </summary>
    /// <param name="reference">Our name for the charge.</param>
    /// <param name="brought">What came with the browser.</param>
    bool Belongs(string reference, BroughtBack brought);
}
