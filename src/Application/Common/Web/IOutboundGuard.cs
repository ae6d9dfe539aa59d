namespace CleanApi.Application.Common.Web;

/// <summary>Decides whether this service connects to an address that somebody else has named: never to its own machine or network.</summary>
public interface IOutboundGuard
{
    /// <summary>Whether it connects there. A name is resolved now, and again by whatever connects: names change.</summary>
    Task<bool> AllowsAsync(string url, CancellationToken cancellationToken);
}
