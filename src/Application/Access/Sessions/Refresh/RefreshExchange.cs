namespace CleanApi.Application.Access;

/// <summary>How an exchange ended.</summary>
/// <param name="Token">The token, with its session.</param>
/// <param name="Session">The next pair; null when the token was used before, and the session has to end.</param>
internal sealed record RefreshExchange(RefreshTokenState Token, SessionResponse? Session);
