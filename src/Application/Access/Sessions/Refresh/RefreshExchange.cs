using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>How an exchange ended.</summary>
/// <param name="SessionId">The token's session.</param>
/// <param name="Caller">Whose session it is.</param>
/// <param name="Session">The next pair; null when the token was used before, and the session has to end.</param>
internal sealed record RefreshExchange(SessionId SessionId, Caller Caller, SessionResponse? Session);
