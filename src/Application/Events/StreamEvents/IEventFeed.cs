using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.Events;

/// <summary>Follows the event log.</summary>
public interface IEventFeed
{
    /// <summary>Follows it for a caller.</summary>
    /// <param name="caller">Who sees the events of their organization, for as long as the credential is valid.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="after">From where on; null: from now on.</param>
    /// <param name="cancellationToken">Cancels the beginning, not the stream.</param>
    /// <exception cref="ValidationError">The log has no such position: INVALID_CURSOR.</exception>
    /// <exception cref="AuthenticationError">The credential is not valid any more.</exception>
    /// <exception cref="RateLimitError">The organization has as many streams as it may.</exception>
    /// <exception cref="ServiceUnavailableError">This instance has.</exception>
    Task<IEventStream> OpenAsync(Caller caller, EventFilter filter, long? after, CancellationToken cancellationToken);
}
