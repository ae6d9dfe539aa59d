using CleanApi.Application.Invitations;

namespace CleanApi.WebApi.Pages;

/// <summary>The model of the page that accepts an invitation.</summary>
/// <param name="Token">The token of the link.</param>
/// <param name="Name">The name that was entered.</param>
/// <param name="Invitation">The invitation; null when the link is not valid.</param>
/// <param name="Person">Who has signed in; null when nobody has.</param>
/// <param name="Problem">The errors of the submission.</param>
public sealed record AcceptInvitationModel(string? Token, string? Name, InvitationPreviewResponse? Invitation, SignedInPerson? Person, PageProblem? Problem)
{
    /// <summary>The page's title.</summary>
    public string Title => Invitation is null ? "Accept an invitation" : $"Join {Invitation.OrganizationName}";

    /// <summary>This page's address, to come back to it after a sign-in.</summary>
    public string Address => PageAddresses.With(PageAddresses.AcceptInvitation, "token", Token);

    /// <summary>Whether the account of the invited address has signed in.</summary>
    public bool IsInvitee => Person is not null && Person.Email == Invitation?.Email.ToString();

    /// <summary>Keeps the token out of logs.</summary>
    public override string ToString() => nameof(AcceptInvitationModel);
}
