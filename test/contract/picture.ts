/** One line of text as a picture: 柳塘茶山上的流动课堂开课四十六场。 A PNG file in Base64. */
const LINE = [
  'iVBORw0KGgoAAAANSUhEUgAAAe4AAABBAQAAAAA/UXp0AAAABGdBTUEAALGPC/xhBQAAAAJiS0dEAAHdihOkAAAAB3RJTUUH6gsYFDExFdrQAQAAABBjYU',
  '52AAAGngAACUsAAACeAAAAprQuytsAAAMzSURBVEjH7dUxiyRFFAfwd8xBI4htunBcGQimHhu4A81WLAimGrkgeJgpl+zAsnVqcMnBXKg4TH0IowODOQ4c',
  'hWXKT+CO18dW5k3TwXWztfX3VXdXT4+pkTgTzEBX/Zp/Vb16Q/g3H0d7vud7vuf/Fa4MrJewNVDyI6BwuIbhERnmGGOGRAN5893zFBZDXjpsWl5VJJZmui',
  'YSgkaR86wZicjPssRCVETJlju1BAnpTklYowOf0oh/ZODFDj91iV3Q0YBX8O9QytxPrM4NGwuTlZFzTO1l5JMLay8xCM+vAvOw9rGdE90K3GZlbnXDK+ZO',
  '7XANO4YJsVvebJvEKd3t+CsaRc5TdBG3rnrjwtJnGlc9l4cOPgM2hIruKg7LHFvOZpTv8E8ITgy5O1eB13YeeR9+QXQ0ehS5b8LPUC17/p4rXdibbD2x8x',
  'M6YO7SIZda9Hzc8iJvOUmZuE3Bi07/yU0Mj3lTBQ0/YP47yeebnkvnTii1yHw4dxbh4HjtRmfUVs+Af9ryNJMxfOb81zBbznHFLtf2sOPuwya8EzKJB5dN',
  'eOwycMUH3nGHGF5dQl89iPxL5nq2UXIZ+fEE9UrZ47PA11yfITzzacvFFHoV+U3gT+ia6IMYXo4DN8xPKOn4BVGuHwbupRnwOhyc1uDj6PkBnvY83L2Wv5',
  'CLli+hZ2XPH9sr5lyiPf8BY+ZzDv8NAuf9Mxu5lgjcqRw/ZnnR8vL0jl2/TTv8qWeuZw1/yAFkw1+g4yW+ndhF5LNk8YRgjra89pOV+v5N5z9+N/LfXuq8',
  '5RVf+NuF/UM1/LWaTZOfHKaZ2nLHnD5y/q0vFIf3zJ9dmI4XqCpRhgJum1UGwZdEHMetI+bl6n7ya+3vWL5IHNfi+Szv2kUBV8EOOQ75ikjB5dHxirmqa3',
  '/PTpnzbPySFR3P+XVck7oNj/Mz+PfJKTllzlNSibKwq/soave55XvIjdPi8VnVhV/yYqCX3dq518F/RW4juWO5hvtRuVylyG/dWPsXd5s/mf/sbjr+iLk/',
  'ThexWTHnRVdN8wv3Qfr02kDg9XfcAcODUPjtUGjUr3i9/lyU+7/IPd/zPf+f8L8B7q0EcruBwNQAAAAldEVYdGRhdGU6Y3JlYXRlADIwMjYtMTEtMjRUMj',
  'A6NDk6NDQrMDA6MDARQu0gAAAAJXRFWHRkYXRlOm1vZGlmeQAyMDI2LTExLTI0VDIwOjQ5OjQ0KzAwOjAwYB9VnAAAAABJRU5ErkJggg==',
].join('')

/** The picture as a file. */
export function pictureOfText(name = '扫描 “一”.png'): File {
  return new File([Uint8Array.from(atob(LINE), (character) => character.charCodeAt(0))], name, { type: 'image/png' })
}
