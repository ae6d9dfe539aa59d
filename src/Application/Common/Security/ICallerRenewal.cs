namespace CleanApi.Application.Common.Security;

/// <summary>Looks a caller up again whose credential says nothing of their role: an API key stays the same while its owner's role changes.</summary>
public interface ICallerRenewal
{
    /// <summary>The caller as they are now; null when the key is not good any more.</summary>
    /// <param name="caller">A caller with an API key.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<Caller?> RenewAsync(Caller caller, CancellationToken cancellationToken);
}
