using Checkout.Simulation.Memory;
using Checkout.Tests.Connectors;
using Checkout.Tests.Vault;

namespace Checkout.Tests.Storage;

/// <summary>The store of the simulation sits the exam too: what it proves of Core it proves over a store like the real ones.</summary>
public sealed class MemoryExam : StoreExam
{
    protected override Task<StoreUnderExam> OpenAsync()
    {
        var store = new MemoryStore();
        var register = new MemoryRegister();
        return Task.FromResult(new StoreUnderExam(
            store.Payments, store.SavedCards, store.Notices, register, store.Numbers, store.Requests, new MemorySettings(), new MemoryBooks(), register, register));
    }
}
