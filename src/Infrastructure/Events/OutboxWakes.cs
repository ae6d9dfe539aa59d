using CleanApi.Infrastructure.Queue;

namespace CleanApi.Infrastructure.Events;

/// <summary>Who looks early when events are committed.</summary>
internal sealed class OutboxWakes(TransactionalDeliveries transactional, OutsideDeliveries outside, LogWake log)
{
    private readonly Wake[] all = [transactional.Wake, outside.Wake, log.Wake];

    /// <summary>There are events.</summary>
    public void Call() => Array.ForEach(all, wake => wake.Call());
}
