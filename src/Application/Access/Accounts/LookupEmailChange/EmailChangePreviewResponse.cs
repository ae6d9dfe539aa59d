namespace CleanApi.Application.Access;

/// <summary>What the link of a change of address does.</summary>
/// <param name="Email">The address that the account has afterwards.</param>
/// <param name="Undoes">Whether it undoes a change; otherwise it makes one.</param>
public sealed record EmailChangePreviewResponse(string Email, bool Undoes);
