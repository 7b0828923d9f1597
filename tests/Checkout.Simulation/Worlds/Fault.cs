namespace Checkout.Simulation.Worlds;

/// <summary>What can go wrong in a world. A failing world is tried again without each of them, to see which it takes.</summary>
[Flags]
internal enum Fault
{
    None = 0,
    NotConnected = 1,
    LostRequest = 2,
    LostAnswer = 4,
    LateArrival = 8,
    ErrorBefore = 16,
    ErrorAfter = 32,
    Garbage = 64,
    WrongAmount = 128,
    Slow = 256,
    Crash = 512,
    StoreRefuses = 1024,
    StoreForgetsToAnswer = 2048,
    Stall = 4096,
    Skew = 8192,
    LostCallback = 16384,
    ForgedCallback = 32768,
    TooLate = 65536,
    Jump = 131072,
    Forgets = 262144,
    All = 524287,
}
