using CleanApi.Application.Invitations;

namespace CleanApi.WebApi.Pages;

/// <summary>Accepts an invitation with the token from a mail.</summary>
internal sealed class AcceptInvitationPage : FormPage
{
    public override string Address => PageAddresses.AcceptInvitation;

    public override IReadOnlyList<string> Fields => ["name", "password"];

    public override bool HoldsToken => true;

    public override IResult Show(PageRequest request, PageProblem? problem) => new PageResult<AcceptInvitationView, TokenModel>(
        new TokenModel(request.Text("token"), request.Text("name"), problem), problem?.Status ?? StatusCodes.Status200OK);

    public override async Task<IResult> SubmitAsync(PageRequest request)
    {
        await request.SendAsync(new AcceptInvitation(request.Text("token"), request.Text("name"), request.Text("password")));
        return new SeeOther(PageNotice.AtSignIn(PageNotice.InvitationAccepted));
    }
}
