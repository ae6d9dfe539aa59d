using CleanApi.Application.Common.Security;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.Security;

public sealed class CallerContextTests
{
    private static readonly Caller Authenticated = TestCaller.User(UserRole.Member);
    private static readonly Caller Outer = TestCaller.Program();
    private static readonly Caller Inner = TestCaller.Program(TestCaller.Self);

    [Fact]
    public async Task Work_runs_as_another_caller_until_it_ends()
    {
        var context = new TestCaller(Authenticated);
        var seen = await context.RunAsAsync(Outer, async () =>
        {
            var inner = await context.RunAsAsync(Inner, () => Task.FromResult(context.Caller));
            return new[] { inner, context.Caller };
        });
        seen.Should().Equal(Inner, Outer);
        context.Caller.Should().Be(Authenticated);
    }

    [Fact]
    public async Task Failed_work_restores_the_caller_too()
    {
        var context = new TestCaller(Authenticated);
        await context.Awaiting(one => one.RunAsAsync<bool>(Outer, async () =>
        {
            await Task.Yield();
            throw new IOException();
        })).Should().ThrowAsync<IOException>();
        context.Caller.Should().Be(Authenticated);
    }

    [Fact]
    public void Required_members_throw_for_callers_of_another_kind()
    {
        ICallerContext anonymous = new TestCaller(), job = new TestCaller(Outer), key = new TestCaller(TestCaller.Key(UserRole.Member)), user = new TestCaller(Authenticated);
        anonymous.Invoking(context => context.Required).Should().Throw<AuthenticationError>();
        anonymous.Invoking(context => context.RequiredUser).Should().Throw<AuthenticationError>();
        job.Invoking(context => context.RequiredUserId).Should().Throw<AuthenticationError>();
        key.Invoking(context => context.RequiredUser).Should().Throw<AuthorizationError>();
        (job.Required, key.RequiredUserId, user.RequiredUser).Should().Be((Outer, TestCaller.Self, (UserCaller)Authenticated));
    }
}
