using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Binding;

/// <summary>An action that answers with the bytes of a file, or with a part of them (RFC 9110, section 14).</summary>
/// <param name="contentType">A media type that it may have.</param>
/// <param name="others">The others.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReturnsFileAttribute(string contentType, params string[] others) : ProducesAttribute(contentType, others);
