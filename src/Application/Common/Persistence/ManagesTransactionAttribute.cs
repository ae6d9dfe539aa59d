namespace CleanApi.Application.Common.Persistence;

/// <summary>
/// A command that works outside a transaction first: it hashes a password, asks a provider, or has to store a failure that it then throws. Its handler calls
/// <see cref="IUnitOfWork"/> around what is stored; audit entries and events are written there as for every other command.
/// </summary>
/// <param name="why">What must not hold a transaction.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ManagesTransactionAttribute(string why) : Attribute
{
    /// <summary>What must not hold a transaction.</summary>
    public string Why { get; } = why;
}
