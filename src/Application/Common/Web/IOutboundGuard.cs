namespace CleanApi.Application.Common.Web;

/// <summary>Decides whether this service connects to an address that somebody else has named: never to its own machine or network.</summary>
public interface IOutboundGuard
{
    /// <summary>
    /// Says why it does not connect there, in a sentence for whoever has named it; null: it does. A name is resolved now, within five seconds, and again by whatever
    /// connects: names change.
    /// </summary>
    Task<string?> RefusalOfAsync(string url, CancellationToken cancellationToken);
}
