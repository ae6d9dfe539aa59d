using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace CleanApi.WebApi.Access;

/// <summary>
/// Requires authentication for every action without [AllowAnonymous]. The application authorizes; this rejects anonymous requests before their bodies are read.
/// </summary>
internal sealed class CallerRequiredConvention : IControllerModelConvention
{
    private static readonly AuthorizeAttribute CallerRequired = new();

    public void Apply(ControllerModel controller)
    {
        foreach (var selector in controller.Selectors)
        {
            selector.EndpointMetadata.Add(CallerRequired);
        }
    }
}
