namespace CleanApi.Application.Common.Persistence;

/// <summary>
/// A command whose handler opens its units of work (<see cref="IUnitOfWork"/>) itself, because it hashes a password, calls a provider, or stores a failure
/// before it throws. Audit entries and events are written as for every other command.
/// </summary>
/// <param name="why">What must not run inside a transaction.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ManagesTransactionAttribute(string why) : Attribute
{
    /// <summary>What must not run inside a transaction.</summary>
    public string Why { get; } = why;
}
