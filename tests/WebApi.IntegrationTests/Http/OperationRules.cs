using CleanApi.Application.Common.Security;
using CleanApi.WebApi.OpenApi;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>The access rules of the requests behind the program's actions.</summary>
internal sealed class OperationRules(ApiFixture api)
{
    private readonly Dictionary<string, ControllerActionDescriptor> actions =
        api.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<ControllerActionDescriptor>()
            .ToDictionary(action => action.AttributeRouteInfo!.Name!, StringComparer.Ordinal);

    /// <summary>The ids of the operations of all actions.</summary>
    public IEnumerable<string> Ids => actions.Keys;

    /// <summary>The rule of an operation that needs a credential.</summary>
    public RequestAccessAttribute Of(Operation operation) => RequestAccess.Of(OperationRequests.Of(actions[operation.Id], operation.Id))!;
}
