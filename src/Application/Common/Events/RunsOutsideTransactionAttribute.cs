namespace CleanApi.Application.Common.Events;

/// <summary>
/// An event handler whose effect is not in the database, so that it may happen again after a crash: it gets each event at least once, and passes the delivery's id
/// (<see cref="EventContext.DeliveryId"/>) on, by which the other side can tell.
/// </summary>
/// <param name="why">What it reaches.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RunsOutsideTransactionAttribute(string why) : Attribute
{
    /// <summary>What it reaches.</summary>
    public string Why { get; } = why;
}
