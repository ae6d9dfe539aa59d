using CleanApi.Application.Common.Security;

namespace CleanApi.Infrastructure.Events;

/// <summary>The events about one subject, for one handler: they are handled in their order.</summary>
/// <param name="Handler">The stable name of the handler.</param>
/// <param name="SubjectId">The subject.</param>
internal readonly record struct DeliveryStream(string Handler, Guid SubjectId)
{
    /// <summary>
    /// Deliveries in groups of one caller that can each be handled in one transaction, one group after another, with the order of each stream kept: where its events
    /// have several callers, what follows is in a later group.
    /// </summary>
    /// <param name="deliveries">Those of a stream in their order.</param>
    public static IEnumerable<IReadOnlyList<ClaimedDelivery>> Rounds(IReadOnlyList<ClaimedDelivery> deliveries)
    {
        Dictionary<DeliveryStream, (int Round, SystemCaller? Caller)> reached = [];
        return deliveries.Select(delivery =>
        {
            var caller = DeliveryRunner.CallerOf(delivery);
            var round = !reached.TryGetValue(delivery.Stream, out var last) ? 0 : last.Round + (last.Caller == caller ? 0 : 1);
            reached[delivery.Stream] = (round, caller);
            return (Round: round, Caller: caller, Delivery: delivery);
        }).GroupBy(one => (one.Round, one.Caller), one => one.Delivery).OrderBy(group => group.Key.Round).Select(group => (IReadOnlyList<ClaimedDelivery>)[.. group]).ToList();
    }
}
