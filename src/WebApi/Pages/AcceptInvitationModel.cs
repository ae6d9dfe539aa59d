using CleanApi.Application.Invitations;

namespace CleanApi.WebApi.Pages;

/// <summary>The model of the page that accepts an invitation.</summary>
/// <param name="Token">The token of the link.</param>
/// <param name="Name">The name that was entered.</param>
/// <param name="Invitation">The invitation; null when the link is not valid.</param>
/// <param name="IsSignedIn">Whether the invited address's account has signed in.</param>
/// <param name="Problem">The errors of the submission.</param>
public sealed record AcceptInvitationModel(string? Token, string? Name, InvitationPreviewResponse? Invitation, bool IsSignedIn, PageProblem? Problem)
{
    /// <summary>Keeps the token out of logs.</summary>
    public override string ToString() => nameof(AcceptInvitationModel);
}
