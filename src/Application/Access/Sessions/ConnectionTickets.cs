using System.Text.Json;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <inheritdoc cref="IConnectionTickets" />
[Service]
internal sealed class ConnectionTickets(IOneTimeTokens tokens) : IConnectionTickets
{
    private const OneTimeTokenPurpose Purpose = OneTimeTokenPurpose.Connection;

    /// <inheritdoc />
    public string Issue(UserCaller caller, TimeSpan lifetime) => tokens.Issue(Purpose, lifetime, payload: JsonSerializer.Serialize(caller));

    /// <inheritdoc />
    public async Task<UserCaller?> RedeemAsync(string ticket, CancellationToken cancellationToken) =>
        (await tokens.ConsumeAsync(Purpose, ticket, cancellationToken))?.Payload is { } payload ? JsonSerializer.Deserialize<UserCaller>(payload) : null;
}
