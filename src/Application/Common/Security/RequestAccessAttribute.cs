namespace CleanApi.Application.Common.Security;

/// <summary>The access rule of a request. Every request type has exactly one subclass; the process does not start otherwise.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class RequestAccessAttribute : Attribute;
