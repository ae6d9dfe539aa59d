namespace CleanApi.WebApi.Access;

/// <summary>The tokens of a session.</summary>
/// <param name="AccessToken">Goes with every request: <c>Authorization: Bearer</c>.</param>
/// <param name="TokenType">Always <c>Bearer</c>.</param>
/// <param name="ExpiresIn">Seconds that the access token lasts.</param>
/// <param name="RefreshToken">Gives the next pair, once.</param>
/// <param name="RefreshExpiresIn">Seconds until the session ends.</param>
public sealed record SessionAttributes(string AccessToken, string TokenType, int ExpiresIn, string RefreshToken, int RefreshExpiresIn);
