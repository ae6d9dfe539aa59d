using CleanApi.Application.Access;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Web;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Access;

/// <summary>An API key cannot change sign-in methods, which require a user session.</summary>
public sealed class ExternalIdentityHandlerTests
{
    private readonly TestCaller program = new(TestCaller.Key(UserRole.Admin));
    private readonly IExternalProviders providers = Substitute.For<IExternalProviders>();
    private readonly IRepository<ExternalIdentity> identities = Substitute.For<IRepository<ExternalIdentity>>();

    [Fact]
    public async Task An_API_key_cannot_link_an_identity()
    {
        var starter = new ExternalSignInStarter(providers, Substitute.For<IOneTimeTokens>(), Substitute.For<IUnitOfWork>());
        var handler = new LinkExternalIdentityHandler(starter, program);
        var link = () => handler.Handle(new LinkExternalIdentity("google"), CancellationToken.None);
        await link.Should().ThrowAsync<AuthorizationError>();
        providers.ReceivedCalls().Should().BeEmpty();
    }

    [Fact]
    public async Task An_API_key_cannot_unlink_an_identity()
    {
        var mails = new IdentityMails(providers, Substitute.For<IMailOutbox>(), new SiteAddress("https://acme.test"));
        var handler = new UnlinkExternalIdentityHandler(
            Substitute.For<IReadRepository<Account>>(), identities, Substitute.For<ISessionStore>(), mails, Substitute.For<IAuditTrail>(), program, TimeProvider.System);
        var unlink = () => handler.Handle(new UnlinkExternalIdentity(TypeId.New<ExternalIdentityId>(Clock.Now)), CancellationToken.None);
        await unlink.Should().ThrowAsync<AuthorizationError>();
        identities.ReceivedCalls().Should().BeEmpty();
    }
}
