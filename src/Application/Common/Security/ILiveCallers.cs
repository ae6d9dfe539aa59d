using CleanApi.Domain.Errors;

namespace CleanApi.Application.Common.Security;

/// <summary>Callers whose connections outlast a request, and how many there may be. Their credentials are checked all the while.</summary>
public interface ILiveCallers
{
    /// <summary>Enters a connection.</summary>
    /// <exception cref="RateLimitError">The organization has as many as it may, or the person as many as leave room for others.</exception>
    /// <exception cref="ServiceUnavailableError">This instance has.</exception>
    ILiveCaller Enter(Caller caller);

    /// <summary>Checks those of some organizations now, before they are told something.</summary>
    Task CheckAsync(Func<Caller, bool> isChecked, CancellationToken cancellationToken);
}
