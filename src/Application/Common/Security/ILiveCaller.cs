namespace CleanApi.Application.Common.Security;

/// <summary>A connection of a caller; dispose it when the connection ends.</summary>
public interface ILiveCaller : IDisposable
{
    /// <summary>Cancelled as soon as the credential is known to be valid no more.</summary>
    CancellationToken Ended { get; }
}
