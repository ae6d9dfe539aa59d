using CleanApi.Application.Invitations;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.WebApi.Pages;

/// <summary>Shows an invitation by the token from a mail, and accepts it.</summary>
internal sealed class AcceptInvitationPage : FormPage
{
    public override string Address => PageAddresses.AcceptInvitation;

    public override IReadOnlyList<string> Fields => ["name", "password"];

    public override bool HoldsToken => true;

    public override string? RecognizesCaller => "An address with an account is accepted by that account, signed in.";

    public override IResult Show(PageRequest request, PageProblem? problem) => Show(request, invitation: null, isSignedIn: false, problem);

    public override async Task<IResult> ShowAsync(PageRequest request, PageProblem? problem)
    {
        try
        {
            var invitation = await request.SendAsync(new LookupInvitation(request.Text("token")));
            return Show(request, invitation, await IsSignedInAsync(request, invitation.Email), problem);
        }
        catch (AppException error) when (error is ValidationError or GoneError)
        {
            // A page that is opened says so too: with 200, because it is the page that was asked for.
            return problem is null ? Opened(request, PageProblem.Of(error, [])) : Show(request, problem);
        }
    }

    public override async Task<IResult> SubmitAsync(PageRequest request)
    {
        var command = new AcceptInvitation(request.Text("token"), request.Text("name"), request.Text("password"));
        await request.SendAsync(command);
        return new SeeOther(command.Password is null
            ? PageNotice.At(PageAddresses.SignedIn, PageNotice.OrganizationJoined)
            : PageNotice.AtSignIn(PageNotice.InvitationAccepted));
    }

    private static async Task<bool> IsSignedInAsync(PageRequest request, EmailAddress email)
    {
        try
        {
            return (await request.SendAsync(new GetMe())).Email == email;
        }
        catch (AuthenticationError)
        {
            return false;
        }
    }

    private static PageResult<AcceptInvitationView, AcceptInvitationModel> Opened(PageRequest request, PageProblem problem) =>
        new(new AcceptInvitationModel(request.Text("token"), null, null, IsSignedIn: false, problem), StatusCodes.Status200OK);

    private static PageResult<AcceptInvitationView, AcceptInvitationModel> Show(
        PageRequest request, InvitationPreviewResponse? invitation, bool isSignedIn, PageProblem? problem) => new(
        new AcceptInvitationModel(request.Text("token"), request.Text("name"), invitation, isSignedIn, problem), problem?.Status ?? StatusCodes.Status200OK);
}
