namespace CleanApi.Application.Access;

/// <summary>The result of an exchange.</summary>
/// <param name="Token">The token with its session.</param>
/// <param name="Session">The next token pair; null when the token was reused and the session must be revoked.</param>
internal sealed record RefreshExchange(RefreshTokenState Token, SessionResponse? Session);
