using CleanApi.Application.Common.Idempotency;
using CleanApi.WebApi.IntegrationTests.Http;
using CleanApi.WebApi.IntegrationTests.Tenancy;
using CleanApi.WebApi.OpenApi;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Idempotency;

/// <summary>Every POST and PATCH of the served document: a new one is among them without being named here.</summary>
public sealed class EveryOperationTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    // What another attempt is answered by as well.
    private static readonly int[] Undecided = [401, 403, 422, 429];

    [Fact]
    [Trait("Requirement", "R229")]
    public async Task Takes_a_key_unless_its_command_says_why_not()
    {
        var actions = api.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<ControllerActionDescriptor>()
            .ToDictionary(action => action.AttributeRouteInfo!.Name!, StringComparer.Ordinal);
        var operations = await OperationsAsync();
        operations.Where(operation => operation.Takes(KeyedCalls.Header) != NotReplayedAttribute.AllowsReplay(OperationRequests.Of(actions[operation.Id], operation.Id)))
            .Should().BeEmpty();
        operations.Where(operation => !operation.Takes(KeyedCalls.Header)).Select(operation => operation.Id).Should().BeEquivalentTo(
            "beginPasskeySignIn", "beginTotp", "createEventTicket", "forgotPassword", "login", "logout", "logoutAll", "logoutByCookie", "lookupInvitation", "reauthenticate", "refresh", "register",
            "resendVerification", "signInWithPasskey", "switchOrganization", "verifySecondFactor");
    }

    [Theory]
    [Trait("Requirement", "R229")]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("\"open")]
    [InlineData("\"two\" \"keys\"")]
    [InlineData("\"an \\escape\"")]
    [InlineData("\u00fcber")]
    public async Task Refuses_a_malformed_key(string key)
    {
        var token = await api.TokenAsync(ApiFixture.Viewer);
        List<string> faults = [];
        foreach (var operation in await OperationsAsync())
        {
            var answer = await Wire.SendAsync(
                api, $"{operation.Method} {operation.PathWith(TenantData.Unknown)} HTTP/1.1", operation.Body?.Example.ToJsonString() ?? "",
                [$"Authorization: Bearer {token}", $"Content-Type: {operation.Body?.MediaType ?? "application/json"}", $"{KeyedCalls.Header}: {key}"]);
            faults.AddRange((answer.Status == 400 && answer.Code == "MALFORMED_REQUEST" ? Envelope.Faults(answer) : [answer.ToString()]).Select(fault => $"{operation}: {fault}"));
        }

        faults.Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R229")]
    public async Task Answers_the_second_request_like_the_first()
    {
        var tenant = await TenantData.OfAsync(api, ApiFixture.Viewer);
        List<string> faults = [];
        List<int> statuses = [];
        foreach (var operation in (await OperationsAsync()).Where(operation => operation.Takes(KeyedCalls.Header)))
        {
            using var admin = api.CreateClient(await api.SignInAsync(ApiFixture.Admin));
            var key = KeyedCalls.NewKey();
            var first = await admin.AnswerAsync(operation.Request(tenant.Id).With((KeyedCalls.Header, key)));
            var second = await admin.AnswerAsync(operation.Request(tenant.Id).With((KeyedCalls.Header, key)));
            statuses.Add(first.Status);
            if (await LooseAsync(first) > 0)
            {
                faults.Add($"{operation}: its effect and its answer are of two transactions");
            }

            var isKept = first.Status < 500 && !Undecided.Contains(first.Status);
            if (first.IsReplayed() || first.Status >= 500 || second.IsReplayed() != isKept || (isKept && second.Lasting() != first.Lasting()))
            {
                faults.Add($"{operation}: {first} and then {(second.IsReplayed() ? "replayed " : "")}{second}");
            }
        }

        faults.Should().BeEmpty();
        statuses.Should().Contain([200, 201, 202, 404, 409]);
    }

    // Changes that were audited in another transaction than one that stores an answer.
    private Task<long> LooseAsync(Answer answer) => api.ScalarAsync<long>(
        $"""
        select count(*) from auditing.audit_logs log where request_id = '{answer.RequestId}' and outcome = 'SUCCEEDED'
          and not exists (select from idempotency.idempotent_answers stored where stored.xmin = log.xmin)
        """);

    private async Task<IReadOnlyList<Operation>> OperationsAsync() =>
        [.. (await ServedDocument.ReadAsync(api)).Operations.Where(operation => operation.Method is "POST" or "PATCH")];
}
