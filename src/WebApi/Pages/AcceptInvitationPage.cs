using CleanApi.Application.Invitations;
using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Pages;

/// <summary>Shows an invitation by the token from a mail, and accepts it.</summary>
internal sealed class AcceptInvitationPage : FormPage
{
    public override string Address => PageAddresses.AcceptInvitation;

    public override IReadOnlyList<string> Fields => ["name", "password"];

    public override bool HoldsToken => true;

    public override string? RecognizesCaller => "An address with an account is accepted by that account, signed in.";

    public override IResult Show(PageRequest request, PageProblem? problem) => Show(request, invitation: null, person: null, problem, problem?.Status);

    public override async Task<IResult> ShowAsync(PageRequest request, PageProblem? problem)
    {
        try
        {
            var invitation = await request.SendAsync(new LookupInvitation(request.Text("token")));
            return Show(request, invitation, await SignedInPerson.FindAsync(request), problem, problem?.Status);
        }
        catch (AppException error) when (error is ValidationError or GoneError)
        {
            // A page that is opened says so with 200, because it is the page that was asked for.
            return Show(request, invitation: null, person: null, PageProblem.OfLink(error), problem?.Status);
        }
    }

    public override async Task<IResult> SubmitAsync(PageRequest request)
    {
        var user = await request.SendAsync(new AcceptInvitation(request.Text("token"), request.Text("name"), request.Text("password")));
        return new SeeOther(request.Text("password") is null
            ? PageNotice.At(PageAddresses.SignedIn, PageNotice.OrganizationJoined)
            : PageAddresses.For(PageNotice.At(PageAddresses.SignIn, PageNotice.InvitationAccepted), user.Email.ToString(), returnUrl: null));
    }

    private static PageResult<AcceptInvitationView, AcceptInvitationModel> Show(
        PageRequest request, InvitationPreviewResponse? invitation, SignedInPerson? person, PageProblem? problem, int? status) =>
        new(new AcceptInvitationModel(request.Text("token"), request.Text("name"), invitation, person, problem), status ?? StatusCodes.Status200OK);
}
